-- Lists open their titles and searches walk their words with fewer lookups. Measured with 100,000
-- petitions: see desk/lines.ts and search/store.ts.

-- What lists show of petitions, for those in the reader's scope alone. Under the policies of the
-- sealed tables each row would ask anew whether its stream is among the fifty of the page.
CREATE FUNCTION list_summaries(wanted uuid[])
RETURNS TABLE (stream_id uuid, wrapped bytea, key_version integer, ciphertext bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  readable constant text[] := string_to_array(nullif(current_setting('app.units', true), ''), ',');
  reader constant text := current_setting('app.actor', true);
BEGIN
  RETURN QUERY
    SELECT w.id, k.wrapped, k.key_version, s.ciphertext
      FROM unnest(wanted) AS w(id)
      JOIN case_key k ON k.stream_id = w.id
      JOIN sealed s ON s.stream_id = w.id AND s.id = 'summary'
     WHERE EXISTS (
             SELECT FROM desk_item d WHERE d.unit_id = ANY (readable) AND d.stream_id = w.id)
        OR EXISTS (
             SELECT FROM accusation_item a
              WHERE a.stream_id = w.id AND 'staff:' || a.user_id = reader
                AND NOT a.accused_units @> readable[1:1] AND cardinality(readable) > 0);
END
$$;
ALTER FUNCTION list_summaries(uuid[]) OWNER TO huiyin_owner;
COMMENT ON FUNCTION list_summaries(uuid[]) IS 'Sealed titles of the petitions that stand in the reader''s lists, with their keys';
REVOKE ALL ON FUNCTION list_summaries(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_summaries(uuid[]) TO huiyin_read;

-- Walks the newest petitions first, as before, but stops as soon as the page is full; a word that
-- does not occur in the first hundred is rare enough for the text index at once.
CREATE OR REPLACE FUNCTION search_petitions(wanted bigint[], before timestamptz, before_id uuid, wanted_rows integer)
RETURNS TABLE (stream_id uuid, registered_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET enable_seqscan = off
AS $$
DECLARE
  readable constant text[] := string_to_array(nullif(current_setting('app.units', true), ''), ',');
  step integer := 100;
  walked integer := 0;
  found integer := 0;
  hits integer;
  last_at timestamptz := before;
  last_id uuid := before_id;
  ids uuid[];
  moments timestamptz[];
BEGIN
  LOOP
    IF cardinality(readable) = 1 THEN
      SELECT array_agg(i.stream_id), array_agg(i.registered_at) INTO ids, moments
        FROM (SELECT d.stream_id, d.registered_at FROM desk_item d
               WHERE d.unit_id = readable[1] AND (d.registered_at, d.stream_id) < (last_at, last_id)
               ORDER BY d.registered_at DESC, d.stream_id DESC LIMIT step) i;
    ELSE
      SELECT array_agg(n.id ORDER BY n.at DESC, n.id DESC), array_agg(n.at ORDER BY n.at DESC, n.id DESC)
        INTO ids, moments
        FROM (SELECT DISTINCT d.at, d.id
                FROM unnest(readable) AS u(unit)
               CROSS JOIN LATERAL (
                 SELECT i.registered_at AS at, i.stream_id AS id
                   FROM desk_item i
                  WHERE i.unit_id = u.unit AND (i.registered_at, i.stream_id) < (last_at, last_id)
                  ORDER BY i.registered_at DESC, i.stream_id DESC LIMIT step) d
               ORDER BY d.at DESC, d.id DESC LIMIT step) n;
    END IF;
    EXIT WHEN ids IS NULL;
    RETURN QUERY
      SELECT s.stream_id, w.at
        FROM unnest(ids, moments) WITH ORDINALITY AS w(id, at, place)
        JOIN search_entry s ON s.stream_id = w.id
       WHERE s.words @> wanted
       ORDER BY w.place
       LIMIT wanted_rows - found;
    GET DIAGNOSTICS hits = ROW_COUNT;
    found := found + hits;
    walked := walked + cardinality(ids);
    last_at := moments[cardinality(ids)];
    last_id := ids[cardinality(ids)];
    IF found >= wanted_rows OR cardinality(ids) < step THEN
      RETURN;
    END IF;
    EXIT WHEN found = 0 OR walked >= 600;
    step := 500;
  END LOOP;
  IF ids IS NULL THEN
    RETURN;
  END IF;
  -- Planned anew each time: a plan kept from one word would read the unit's whole list for another.
  RETURN QUERY EXECUTE $sql$
    WITH matches AS MATERIALIZED (
      SELECT s.stream_id AS id FROM search_entry s WHERE s.words @> $1)
    SELECT DISTINCT d.stream_id, d.registered_at
      FROM matches m JOIN desk_item d ON d.stream_id = m.id
     WHERE d.unit_id = ANY ($2) AND (d.registered_at, d.stream_id) < ($3, $4)
     ORDER BY d.registered_at DESC, d.stream_id DESC
     LIMIT $5 $sql$
    USING wanted, readable, last_at, last_id, wanted_rows - found;
END
$$;
