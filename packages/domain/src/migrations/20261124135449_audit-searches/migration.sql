CREATE INDEX "audit_events_actor_idx" ON "authority"."audit_events" (lower("actor_name"),"id");--> statement-breakpoint
CREATE INDEX "audit_events_action_idx" ON "authority"."audit_events" ("action","id");--> statement-breakpoint
CREATE INDEX "audit_events_credential_idx" ON "authority"."audit_events" ("credential_id","id") WHERE credential_id is not null;--> statement-breakpoint
CREATE INDEX "audit_events_at_idx" ON "authority"."audit_events" USING brin ("at");