-- What the tests ask a server. The role writes all it can otherwise than we read it.
CREATE DATABASE awards;
CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;
CREATE DATABASE raw ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;
CREATE ROLE reader LOGIN PASSWORD 'p@ss/w?rd';
ALTER ROLE reader SET DateStyle = 'German, DMY';
ALTER ROLE reader SET TimeZone = 'Asia/Tokyo';
ALTER ROLE reader SET IntervalStyle = 'sql_standard';
ALTER ROLE reader SET bytea_output = 'escape';
ALTER ROLE reader SET extra_float_digits = -3;
ALTER ROLE reader SET client_encoding = 'LATIN1';
\connect awards
CREATE TABLE awards (handle text, name text, issued date);
INSERT INTO awards VALUES ('ada', 'Ada, Lady L.', '2026-10-14'), ('bo', E'Bo "B" 李\ntwo', NULL);
CREATE FUNCTION give(handle text) RETURNS text LANGUAGE sql AS
  'INSERT INTO awards VALUES (handle, handle, current_date) RETURNING handle';
CREATE PROCEDURE give_all() LANGUAGE sql AS 'DELETE FROM awards';
CREATE SEQUENCE numbers;
GRANT ALL ON awards, numbers TO reader;
\connect latin
SET client_encoding = 'UTF8';
CREATE TABLE words (word text);
INSERT INTO words VALUES ('Müller');
GRANT SELECT ON words TO reader;
\connect raw
SET client_encoding = 'SQL_ASCII';
CREATE TABLE words (word text);
INSERT INTO words VALUES (E'M\xfcller');
GRANT SELECT ON words TO reader;
