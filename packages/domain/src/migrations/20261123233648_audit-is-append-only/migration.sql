create function "authority"."refuse_change_of_audit"() returns trigger language plpgsql as $$
begin
  raise exception 'audit_events is append-only' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger "audit_events_append_only" before update or delete or truncate on "authority"."audit_events"
  for each statement execute function "authority"."refuse_change_of_audit"();
