-- 机构代码表: the organisation an entry of a code table stands for.
alter table dictionary_item add column organisation uuid references organisation;
