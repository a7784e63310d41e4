-- Counts the current tokens of each account as they come and go. Who finds an account's count in another's hands takes or opens
-- another one and does not wait, so that counting makes no queue and no deadlock; the sum is exact at every instant.
create function "authority"."count_access_tokens"() returns trigger language plpgsql as $$
declare
  change record;
  free bigint;
begin
  for change in execute case tg_op
    when 'INSERT' then 'select owner_id, count(*) as tokens from added where superseded_at is null group by owner_id'
    -- When the account itself goes, this runs after its counts have gone.
    when 'DELETE' then 'select owner_id, -count(*) as tokens from removed
      where superseded_at is null and exists (select from authority.users as account where account.id = removed.owner_id) group by owner_id'
    else 'select owner_id, sum(tokens) as tokens from (
        select owner_id, 1 as tokens from added where superseded_at is null
        union all select owner_id, -1 from removed where superseded_at is null) changed
      group by owner_id having sum(tokens) <> 0'
    end
  loop
    select id into free from authority.access_token_counts
      where owner_id = change.owner_id limit 1 for update skip locked;
    if found then
      update authority.access_token_counts set tokens = tokens + change.tokens where id = free;
    else
      insert into authority.access_token_counts (owner_id, tokens) values (change.owner_id, change.tokens);
    end if;
  end loop;
  return null;
end $$;
--> statement-breakpoint
create trigger "access_tokens_count_added" after insert on "authority"."access_tokens"
  referencing new table as added for each statement execute function "authority"."count_access_tokens"();
--> statement-breakpoint
create trigger "access_tokens_count_changed" after update on "authority"."access_tokens"
  referencing old table as removed new table as added
  for each statement execute function "authority"."count_access_tokens"();
--> statement-breakpoint
create trigger "access_tokens_count_removed" after delete on "authority"."access_tokens"
  referencing old table as removed for each statement execute function "authority"."count_access_tokens"();
--> statement-breakpoint
-- Not a foreign key: its lock on the account would make who deletes a token and who deletes the account wait for one another.
create function "authority"."forget_access_token_counts"() returns trigger language plpgsql as $$
begin
  delete from authority.access_token_counts where owner_id in (select id from removed);
  return null;
end $$;
--> statement-breakpoint
create trigger "users_forget_access_token_counts" after delete on "authority"."users"
  referencing old table as removed for each statement execute function "authority"."forget_access_token_counts"();
--> statement-breakpoint
insert into "authority"."access_token_counts" ("owner_id", "tokens")
  select "owner_id", count(*) from "authority"."access_tokens" where "superseded_at" is null group by "owner_id";
