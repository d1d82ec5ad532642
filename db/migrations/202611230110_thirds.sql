-- Facts are counted ahead by thirds of months (旬): what is not counted, or has moved, is ten days of
-- facts at most. Beside what holds now, the way of the stocks is counted: which facts began and which
-- ended in a third, so that what stood at the end of any past day is a sum of few rows.
DROP TABLE fact_month;
DROP TABLE fact_stale;

-- distribute: reference
CREATE TABLE fact_third (
  kind text COLLATE "C" NOT NULL,
  what text COLLATE "C" NOT NULL CHECK (what IN ('now', 'stock')),
  third date NOT NULL,
  side text COLLATE "C" NOT NULL CHECK (side IN ('region', 'unit')),
  dimension text COLLATE "C" NOT NULL,
  place text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  detail text COLLATE "C" NOT NULL,
  facts integer NOT NULL,
  total bigint NOT NULL,
  PRIMARY KEY (kind, what, side, dimension, third, place, code, detail)
);
ALTER TABLE fact_third OWNER TO huiyin_owner;
COMMENT ON TABLE fact_third IS 'Facts counted by third of a month, region or unit, and one more dimension; owner: statistics';
COMMENT ON COLUMN fact_third.what IS 'now: facts of these days that hold now; stock: facts that began to stand in these days, less those that ended';
COMMENT ON COLUMN fact_third.third IS 'Its first day: the 1st, 11th or 21st';
COMMENT ON COLUMN fact_third.side IS 'Whether place is a region or a unit';
COMMENT ON COLUMN fact_third.dimension IS 'Which dimension code belongs to; empty for the place alone';
COMMENT ON COLUMN fact_third.code IS 'Empty where the fact has none';
GRANT SELECT, INSERT, DELETE ON fact_third TO huiyin_write;
GRANT SELECT ON fact_third TO huiyin_statistics;

-- distribute: reference
CREATE TABLE fact_stale (
  kind text COLLATE "C" NOT NULL,
  what text COLLATE "C" NOT NULL CHECK (what IN ('now', 'stock')),
  third date NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (kind, what, third)
);
ALTER TABLE fact_stale OWNER TO huiyin_owner;
COMMENT ON TABLE fact_stale IS 'Thirds of months whose counts are behind the facts; owner: statistics';
GRANT SELECT, INSERT, DELETE ON fact_stale TO huiyin_write;
GRANT SELECT ON fact_stale TO huiyin_statistics;

-- The days on which a stock grew and shrank, without touching the rows. A kind that a new measure
-- asks for as a stock is counted without them too, only slower.
CREATE INDEX fact_stock_begun ON fact (kind, greatest(day, known_from))
  INCLUDE (day, known_from, known_to, detail, value, dims_id)
  WHERE kind IN ('open', 'duty') AND known_to > greatest(day, known_from);
CREATE INDEX fact_stock_ended ON fact (kind, known_to)
  INCLUDE (day, known_from, detail, value, dims_id)
  WHERE kind IN ('open', 'duty') AND known_to > greatest(day, known_from) AND known_to < 'infinity';

-- Everything is to be counted: the worker does it, and until then tables read the facts.
INSERT INTO fact_stale (kind, what, third)
SELECT DISTINCT f.kind, t.what,
       date_trunc('month', t.day::timestamp)::date
         + least((extract(day FROM t.day)::integer - 1) / 10, 2) * 10
  FROM fact f
 CROSS JOIN LATERAL (VALUES ('now', f.day),
                            ('stock', greatest(f.day, f.known_from)),
                            ('stock', f.known_to)) AS t(what, day)
 WHERE (t.what = 'now' OR f.kind IN ('open', 'duty') AND f.known_to > greatest(f.day, f.known_from))
   AND t.day < 'infinity';
