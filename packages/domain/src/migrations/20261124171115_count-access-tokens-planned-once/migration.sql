-- The counting as before, in statements that a connection plans once: `execute` has each planned at every token that comes.
create function "authority"."add_to_access_token_count"(owner bigint, difference bigint) returns void language plpgsql as $$
declare
  free bigint;
begin
  select id into free from authority.access_token_counts where owner_id = owner limit 1 for update skip locked;
  if found then
    update authority.access_token_counts set tokens = tokens + difference where id = free;
  else
    insert into authority.access_token_counts (owner_id, tokens) values (owner, difference);
  end if;
end $$;
--> statement-breakpoint
create or replace function "authority"."count_access_tokens"() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform authority.add_to_access_token_count(owner_id, count(*)) from added
      where superseded_at is null group by owner_id;
  elsif tg_op = 'DELETE' then
    -- When the account itself goes, this runs after its counts have gone.
    perform authority.add_to_access_token_count(owner_id, -count(*)) from removed
      where superseded_at is null and exists (select from authority.users as account where account.id = removed.owner_id)
      group by owner_id;
  else
    perform authority.add_to_access_token_count(owner_id, sum(difference)::bigint) from (
        select owner_id, 1 as difference from added where superseded_at is null
        union all select owner_id, -1 from removed where superseded_at is null) changed
      group by owner_id having sum(difference) <> 0;
  end if;
  return null;
end $$;
