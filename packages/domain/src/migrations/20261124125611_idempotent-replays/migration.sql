CREATE TABLE "authority"."idempotent_replays" (
	"id" bytea PRIMARY KEY,
	"answer" bytea NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "idempotent_replays_expires_at_idx" ON "authority"."idempotent_replays" ("expires_at");