-- A repair puts right what was drawn wrong: ground covered twice or not at all. Paper follows the outline in it.
alter table change_set drop constraint change_set_kind_check;
alter table change_set add constraint change_set_kind_check check (kind in ('change', 'load', 'revert', 'repair'));
