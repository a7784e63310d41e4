CREATE TABLE "authority"."user_preferences" (
	"user_id" bigint PRIMARY KEY,
	"theme" text DEFAULT '' NOT NULL,
	"diff_view_style" text DEFAULT '' NOT NULL,
	"is_repository_unit_hint_shown" boolean DEFAULT true NOT NULL,
	"is_activity_hidden" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "authority"."user_preferences" ADD CONSTRAINT "user_preferences_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;