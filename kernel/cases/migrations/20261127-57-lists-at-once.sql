-- A search would read what was put off one by one; a case is opened once and searched for often.
alter index case_text_grams set (fastupdate = off);
alter index case_search_field_grams set (fastupdate = off);
