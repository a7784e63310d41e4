CREATE TABLE "authority"."blocks" (
	"blocker_id" bigint,
	"blocked_id" bigint,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "blocks_pkey" PRIMARY KEY("blocker_id","blocked_id"),
	CONSTRAINT "blocks_check" CHECK (blocker_id <> blocked_id)
);
--> statement-breakpoint
CREATE TABLE "authority"."follows" (
	"follower_id" bigint,
	"followed_id" bigint,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "follows_pkey" PRIMARY KEY("follower_id","followed_id"),
	CONSTRAINT "follows_check" CHECK (follower_id <> followed_id)
);
--> statement-breakpoint
CREATE INDEX "blocks_blocked_id_idx" ON "authority"."blocks" ("blocked_id");--> statement-breakpoint
CREATE INDEX "follows_followed_id_idx" ON "authority"."follows" ("followed_id");--> statement-breakpoint
ALTER TABLE "authority"."blocks" ADD CONSTRAINT "blocks_blocker_id_users_id_fkey" FOREIGN KEY ("blocker_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."blocks" ADD CONSTRAINT "blocks_blocked_id_users_id_fkey" FOREIGN KEY ("blocked_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."follows" ADD CONSTRAINT "follows_follower_id_users_id_fkey" FOREIGN KEY ("follower_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."follows" ADD CONSTRAINT "follows_followed_id_users_id_fkey" FOREIGN KEY ("followed_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;