-- as-login
-- The database roles (X-3). They belong to the whole server, so this may run in many databases.
-- huiyin_owner owns everything and nobody works under it; a command works as huiyin_write, a query
-- as huiyin_read, statistics as huiyin_statistics. The program signs in as huiyin_app, which may
-- become one of the last three and has no rights of its own.
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['huiyin_owner', 'huiyin_write', 'huiyin_read', 'huiyin_statistics'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database of the same server was first
      END;
    END IF;
  END LOOP;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'huiyin_app') THEN
    BEGIN
      CREATE ROLE huiyin_app LOGIN NOINHERIT;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
  END IF;
  FOREACH role_name IN ARRAY ARRAY['huiyin_write', 'huiyin_read', 'huiyin_statistics'] LOOP
    IF NOT pg_has_role('huiyin_app', role_name, 'MEMBER') THEN
      EXECUTE format('GRANT %I TO huiyin_app', role_name);
    END IF;
  END LOOP;
  -- A login that is not superuser works in the owner's name as a member. Whoever made the role may
  -- add itself; from PostgreSQL 16 on that is not so from the start.
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    BEGIN
      EXECUTE format('GRANT huiyin_owner TO %I', current_user);
    EXCEPTION WHEN insufficient_privilege THEN
      NULL; -- the administrator made the roles and the membership
    END;
  END IF;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO huiyin_app', current_database());
  EXECUTE format('GRANT ALL ON DATABASE %I TO huiyin_owner', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO huiyin_owner;
GRANT USAGE ON SCHEMA public TO huiyin_app, huiyin_write, huiyin_read, huiyin_statistics;

COMMENT ON SCHEMA public IS 'Huiyin: casework of a petition office';

-- The book of migrations is made by the migration program before this file runs.
ALTER TABLE migration OWNER TO huiyin_owner;
GRANT SELECT ON migration TO huiyin_app, huiyin_write, huiyin_read;
COMMENT ON TABLE migration IS 'Which migrations this database has; written by the migration program alone';
