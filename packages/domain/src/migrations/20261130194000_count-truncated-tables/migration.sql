-- `truncate` fires none of the triggers that count rows as they come and go.
create function "authority"."forget_truncated"() returns trigger language plpgsql as $$
begin
  delete from authority.row_counts where counted = tg_table_name;
  return null;
end $$;
--> statement-breakpoint
create trigger "access_tokens_count_truncated" after truncate on "authority"."access_tokens"
  for each statement execute function "authority"."forget_truncated"();
--> statement-breakpoint
create trigger "users_count_truncated" after truncate on "authority"."users"
  for each statement execute function "authority"."forget_truncated"();
--> statement-breakpoint
create trigger "email_addresses_count_truncated" after truncate on "authority"."email_addresses"
  for each statement execute function "authority"."forget_truncated"();
--> statement-breakpoint
create trigger "repositories_count_truncated" after truncate on "authority"."repositories"
  for each statement execute function "authority"."forget_truncated"();
