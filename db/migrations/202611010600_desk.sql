-- Finding petitions: full-text search past row-level security with the scope applied inside (under
-- plain policies PostgreSQL does not use the text index), saved searches, exports of lists.

-- Walks the newest petitions of the reader's units first: a frequent word fills the page there
-- within a few rows. What is not filled after 600 rows is so rare that the text index answers
-- quickly; so neither a word in half of all petitions nor a pair that never meets is slow.
-- Measured with 100,000 petitions, 21 rows: see search/queries.ts.
CREATE FUNCTION search_petitions(wanted bigint[], before timestamptz, before_id uuid, wanted_rows integer)
RETURNS TABLE (stream_id uuid, registered_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
-- Planned anew each time: a plan kept from frequent words reads the unit's whole list for rare ones.
SET enable_seqscan = off SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
  readable constant text[] := string_to_array(nullif(current_setting('app.units', true), ''), ',');
  walk constant integer := 600;
  ids uuid[];
  moments timestamptz[];
  found integer;
BEGIN
  SELECT array_agg(n.id ORDER BY n.at DESC, n.id DESC), array_agg(n.at ORDER BY n.at DESC, n.id DESC)
    INTO ids, moments
    FROM (SELECT DISTINCT d.at, d.id
            FROM unnest(readable) AS u(unit)
           CROSS JOIN LATERAL (
             SELECT i.registered_at AS at, i.stream_id AS id
               FROM desk_item i
              WHERE i.unit_id = u.unit AND (i.registered_at, i.stream_id) < (before, before_id)
              ORDER BY i.registered_at DESC, i.stream_id DESC
              LIMIT walk) d
           ORDER BY d.at DESC, d.id DESC
           LIMIT walk) n;
  RETURN QUERY
    SELECT s.stream_id, w.at
      FROM unnest(ids, moments) AS w(id, at) JOIN search_entry s ON s.stream_id = w.id
     WHERE s.words @> wanted
     ORDER BY w.at DESC, w.id DESC
     LIMIT wanted_rows;
  GET DIAGNOSTICS found = ROW_COUNT;
  IF found >= wanted_rows OR coalesce(cardinality(ids), 0) < walk THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH matches AS MATERIALIZED (
      SELECT s.stream_id AS id FROM search_entry s WHERE s.words @> wanted)
    SELECT DISTINCT d.stream_id, d.registered_at
      FROM matches m JOIN desk_item d ON d.stream_id = m.id
     WHERE d.unit_id = ANY (readable)
       AND (d.registered_at, d.stream_id) < (moments[walk], ids[walk])
     ORDER BY d.registered_at DESC, d.stream_id DESC
     LIMIT wanted_rows - found;
END
$$;
ALTER FUNCTION search_petitions(bigint[], timestamptz, uuid, integer) OWNER TO huiyin_owner;
COMMENT ON FUNCTION search_petitions(bigint[], timestamptz, uuid, integer) IS 'Ids of the petitions in the reader''s scope that hold all the words, newest first';
REVOKE ALL ON FUNCTION search_petitions(bigint[], timestamptz, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_petitions(bigint[], timestamptz, uuid, integer) TO huiyin_read;

-- The filter by words on a list that another index walks.
CREATE FUNCTION has_words(petition uuid, wanted bigint[])
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (
    SELECT FROM search_entry s
     WHERE s.stream_id = petition AND s.words @> wanted
       AND EXISTS (
         SELECT FROM desk_item d
          WHERE d.stream_id = petition
            AND d.unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))))
$$;
ALTER FUNCTION has_words(uuid, bigint[]) OWNER TO huiyin_owner;
COMMENT ON FUNCTION has_words(uuid, bigint[]) IS 'Whether a petition in the reader''s scope holds all the words';
REVOKE ALL ON FUNCTION has_words(uuid, bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION has_words(uuid, bigint[]) TO huiyin_read;

-- Like matters: petitions that share most of a text's rarer words. Words that the statistics know
-- to stand in more than a hundredth of all petitions tell nothing and would be slow.
CREATE FUNCTION similar_petitions(wanted bigint[], wanted_rows integer)
RETURNS TABLE (stream_id uuid, shared integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
AS $$
DECLARE
  readable constant text[] := string_to_array(nullif(current_setting('app.units', true), ''), ',');
  telling bigint[];
BEGIN
  SELECT array_agg(w.word) INTO telling
    FROM (SELECT DISTINCT word FROM unnest(wanted) AS word) w
    LEFT JOIN (
      SELECT word, share
        FROM pg_stats p, unnest(p.most_common_elems::text::bigint[], p.most_common_elem_freqs) AS c(word, share)
       WHERE p.schemaname = 'public' AND p.tablename = 'search_entry' AND p.attname = 'words') c
      ON c.word = w.word
   WHERE coalesce(c.share, 0) <= 0.01;
  IF coalesce(cardinality(telling), 0) < 2 THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH candidates AS MATERIALIZED (
      SELECT s.stream_id AS id, s.words FROM search_entry s WHERE s.words && telling[1:40] LIMIT 1500
    ), counted AS (
      SELECT c.id, count(*)::integer AS shared
        FROM candidates c CROSS JOIN LATERAL unnest(c.words) AS w(word)
       WHERE w.word = ANY (telling)
       GROUP BY c.id
    )
    SELECT c.id, c.shared
      FROM counted c
     WHERE c.shared * 5 >= cardinality(telling) * 2
       AND EXISTS (SELECT FROM desk_item d WHERE d.stream_id = c.id AND d.unit_id = ANY (readable))
     ORDER BY c.shared DESC, c.id DESC
     LIMIT wanted_rows;
END
$$;
ALTER FUNCTION similar_petitions(bigint[], integer) OWNER TO huiyin_owner;
COMMENT ON FUNCTION similar_petitions(bigint[], integer) IS 'Ids of petitions in the reader''s scope that share at least two fifths of the telling words';
REVOKE ALL ON FUNCTION similar_petitions(bigint[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION similar_petitions(bigint[], integer) TO huiyin_read;

-- Searches that people keep. What they look for may name a person: name and filter lie sealed.
-- distribute: user_id
CREATE TABLE saved_search (
  user_id text COLLATE "C" NOT NULL,
  search_id uuid NOT NULL,
  key_version integer NOT NULL,
  wrapped bytea NOT NULL,
  sealed bytea NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, search_id)
);
ALTER TABLE saved_search OWNER TO huiyin_owner;
COMMENT ON TABLE saved_search IS 'Searches that people keep for themselves; owner: desk';
COMMENT ON COLUMN saved_search.sealed IS 'Name and filter, sealed under a key of their own';
GRANT SELECT, INSERT, DELETE ON saved_search TO huiyin_write;
GRANT SELECT ON saved_search TO huiyin_read;
ALTER TABLE saved_search ENABLE ROW LEVEL SECURITY;
CREATE POLICY saved_search_read ON saved_search FOR SELECT TO huiyin_read
  USING ('staff:' || user_id = current_setting('app.actor', true));
CREATE POLICY saved_search_write ON saved_search TO huiyin_write
  USING ('staff:' || user_id = current_setting('app.actor', true))
  WITH CHECK ('staff:' || user_id = current_setting('app.actor', true));

-- Lists on their way out of the house: who asked, why, who approved, and the sealed file (L-4).
-- distribute: export_id
CREATE TABLE list_export (
  export_id uuid PRIMARY KEY,
  user_id text COLLATE "C" NOT NULL,
  unit_id text COLLATE "C" NOT NULL,
  list text COLLATE "C" NOT NULL CHECK (list IN ('desk', 'petitions', 'search')),
  personal boolean NOT NULL,
  key_version integer NOT NULL,
  wrapped bytea NOT NULL,
  sealed bytea NOT NULL,
  state text COLLATE "C" NOT NULL
    CHECK (state IN ('awaiting-approval', 'queued', 'running', 'ready', 'refused', 'failed')),
  expected_rows integer NOT NULL,
  done_rows integer NOT NULL DEFAULT 0,
  approver text COLLATE "C",
  address text COLLATE "C",
  created_at timestamptz NOT NULL,
  approved_at timestamptz,
  finished_at timestamptz
);
ALTER TABLE list_export OWNER TO huiyin_owner;
COMMENT ON TABLE list_export IS 'Exports of lists with who, when and why; never deleted; owner: desk';
COMMENT ON COLUMN list_export.sealed IS 'Filter and reason, sealed under the export''s own key, which seals the file too';
COMMENT ON COLUMN list_export.expected_rows IS 'Rows found when it was asked for, counted up to the limit of one export';
COMMENT ON COLUMN list_export.approver IS 'User id of the second person; empty where none is needed';
-- Exports of a unit, newest first: what waits for a second person.
CREATE INDEX list_export_of_unit ON list_export (unit_id, created_at DESC, export_id);
GRANT SELECT, INSERT, UPDATE ON list_export TO huiyin_write;
GRANT SELECT ON list_export TO huiyin_read;
ALTER TABLE list_export ENABLE ROW LEVEL SECURITY;
-- generated from the permission table: petition.export is held in the unit
CREATE POLICY list_export_read ON list_export FOR SELECT TO huiyin_read
  USING ('staff:' || user_id = current_setting('app.actor', true)
         OR unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
         OR current_setting('app.roles', true) = 'system');
CREATE POLICY list_export_write ON list_export TO huiyin_write
  USING ('staff:' || user_id = current_setting('app.actor', true)
         OR unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
         OR current_setting('app.roles', true) = 'system')
  WITH CHECK ('staff:' || user_id = current_setting('app.actor', true)
         OR unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
         OR current_setting('app.roles', true) = 'system');
