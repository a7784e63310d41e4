CREATE TABLE "authority"."row_counts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."row_counts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9007199254740991 START WITH 1 CACHE 1),
	"owner_id" bigint NOT NULL,
	"counted" text NOT NULL,
	"part" text NOT NULL,
	"rows" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "authority"."repositories_lower_name_idx";--> statement-breakpoint
CREATE INDEX "repositories_lower_name_idx" ON "authority"."repositories" ("lower_name","id");--> statement-breakpoint
CREATE INDEX "row_counts_owner_id_counted_part_idx" ON "authority"."row_counts" ("owner_id","counted","part");--> statement-breakpoint
CREATE INDEX "users_people_idx" ON "authority"."users" ("lower_name","visibility") WHERE kind <> 'organization';--> statement-breakpoint
CREATE INDEX "users_organizations_idx" ON "authority"."users" ("lower_name","visibility") WHERE kind = 'organization';--> statement-breakpoint
CREATE INDEX "users_hidden_idx" ON "authority"."users" ("id") WHERE visibility <> 'public';
--> statement-breakpoint
-- Who finds a count in another's hands takes or opens another one and does not wait, so that counting makes no queue and no
-- deadlock; the sum is exact at every instant.
create function "authority"."add_to_count"(of_owner bigint, of_table text, of_part text, change bigint) returns void language plpgsql as $$
declare
  free bigint;
begin
  select id into free from authority.row_counts
    where owner_id = of_owner and counted = of_table and part = of_part limit 1 for update skip locked;
  if found then
    update authority.row_counts set rows = rows + change where id = free;
  else
    insert into authority.row_counts (owner_id, counted, part, rows) values (of_owner, of_table, of_part, change);
  end if;
end $$;
--> statement-breakpoint
create or replace function "authority"."count_access_tokens"() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform authority.add_to_count(owner_id, 'access_tokens', '', count(*))
      from added where superseded_at is null group by owner_id;
  elsif tg_op = 'DELETE' then
    -- When the account itself goes, this runs after its counts have gone.
    perform authority.add_to_count(owner_id, 'access_tokens', '', -count(*)) from removed
      where superseded_at is null and exists (select from authority.users as account where account.id = removed.owner_id)
      group by owner_id;
  else
    if old.superseded_at is null then
      perform authority.add_to_count(old.owner_id, 'access_tokens', '', -1);
    end if;
    if new.superseded_at is null then
      perform authority.add_to_count(new.owner_id, 'access_tokens', '', 1);
    end if;
  end if;
  return null;
end $$;
--> statement-breakpoint
drop trigger "access_tokens_count_changed" on "authority"."access_tokens";
--> statement-breakpoint
-- Of changes a row each: a trigger that sees a whole statement would run for those that change nothing counted, too.
create trigger "access_tokens_count_changed" after update on "authority"."access_tokens" for each row
  when (old.owner_id <> new.owner_id or (old.superseded_at is null) <> (new.superseded_at is null))
  execute function "authority"."count_access_tokens"();
--> statement-breakpoint
create function "authority"."count_users"() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform authority.add_to_count(0, 'users', kind || ' ' || visibility, count(*)) from added group by kind, visibility;
  elsif tg_op = 'DELETE' then
    perform authority.add_to_count(0, 'users', kind || ' ' || visibility, -count(*)) from removed group by kind, visibility;
  else
    perform authority.add_to_count(0, 'users', old.kind || ' ' || old.visibility, -1);
    perform authority.add_to_count(0, 'users', new.kind || ' ' || new.visibility, 1);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger "users_count_added" after insert on "authority"."users"
  referencing new table as added for each statement execute function "authority"."count_users"();
--> statement-breakpoint
create trigger "users_count_changed" after update on "authority"."users" for each row
  when (old.kind <> new.kind or old.visibility <> new.visibility) execute function "authority"."count_users"();
--> statement-breakpoint
create trigger "users_count_removed" after delete on "authority"."users"
  referencing old table as removed for each statement execute function "authority"."count_users"();
--> statement-breakpoint
create function "authority"."count_email_addresses"() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform authority.add_to_count(0, 'email_addresses', '', count(*)) from added having count(*) > 0;
  else
    perform authority.add_to_count(0, 'email_addresses', '', -count(*)) from removed having count(*) > 0;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger "email_addresses_count_added" after insert on "authority"."email_addresses"
  referencing new table as added for each statement execute function "authority"."count_email_addresses"();
--> statement-breakpoint
create trigger "email_addresses_count_removed" after delete on "authority"."email_addresses"
  referencing old table as removed for each statement execute function "authority"."count_email_addresses"();
--> statement-breakpoint
create function "authority"."count_repositories"() returns trigger language plpgsql as $$
declare
  old_part text;
  new_part text;
begin
  if tg_op = 'INSERT' then
    perform authority.add_to_count(coalesce(owner_id, 0), 'repositories', case when is_private then 'private' else 'public' end, count(*))
      from added group by grouping sets ((owner_id, is_private), (is_private));
  elsif tg_op = 'DELETE' then
    perform authority.add_to_count(coalesce(owner_id, 0), 'repositories', case when is_private then 'private' else 'public' end, -count(*))
      from removed group by grouping sets ((owner_id, is_private), (is_private));
  else
    old_part := case when old.is_private then 'private' else 'public' end;
    new_part := case when new.is_private then 'private' else 'public' end;
    perform authority.add_to_count(old.owner_id, 'repositories', old_part, -1);
    perform authority.add_to_count(new.owner_id, 'repositories', new_part, 1);
    if old_part <> new_part then
      perform authority.add_to_count(0, 'repositories', old_part, -1);
      perform authority.add_to_count(0, 'repositories', new_part, 1);
    end if;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger "repositories_count_added" after insert on "authority"."repositories"
  referencing new table as added for each statement execute function "authority"."count_repositories"();
--> statement-breakpoint
create trigger "repositories_count_changed" after update on "authority"."repositories" for each row
  when (old.owner_id <> new.owner_id or old.is_private <> new.is_private)
  execute function "authority"."count_repositories"();
--> statement-breakpoint
create trigger "repositories_count_removed" after delete on "authority"."repositories"
  referencing old table as removed for each statement execute function "authority"."count_repositories"();
--> statement-breakpoint
drop trigger "users_forget_access_token_counts" on "authority"."users";
--> statement-breakpoint
drop function "authority"."forget_access_token_counts"();
--> statement-breakpoint
drop function "authority"."add_to_access_token_count"(bigint, bigint);
--> statement-breakpoint
-- Not a foreign key: its lock on the account would make who deletes a token and who deletes the account wait for one another.
create function "authority"."forget_counts"() returns trigger language plpgsql as $$
begin
  delete from authority.row_counts where owner_id in (select id from removed);
  return null;
end $$;
--> statement-breakpoint
create trigger "users_forget_counts" after delete on "authority"."users"
  referencing old table as removed for each statement execute function "authority"."forget_counts"();
--> statement-breakpoint
insert into "authority"."row_counts" (owner_id, counted, part, rows)
  select owner_id, 'access_tokens', '', count(*) from "authority"."access_tokens" where superseded_at is null group by owner_id
  union all select 0, 'users', kind || ' ' || visibility, count(*) from "authority"."users" group by kind, visibility
  union all select 0, 'email_addresses', '', count(*) from "authority"."email_addresses"
  union all select coalesce(owner_id, 0), 'repositories', case when is_private then 'private' else 'public' end, count(*)
    from "authority"."repositories" group by grouping sets ((owner_id, is_private), (is_private));
