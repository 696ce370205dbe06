-- 业务中心: how a person has put the cards of the businesses, and which are their favourites.
create table centre_card (
  person uuid not null references person (id),
  business text not null,
  place int not null,
  is_favourite boolean not null,
  primary key (person, business)
);
