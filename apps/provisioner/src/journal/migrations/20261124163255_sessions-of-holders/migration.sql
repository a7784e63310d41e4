ALTER TABLE "provisioner"."leases" ADD COLUMN "session" bigint;--> statement-breakpoint
ALTER TABLE "provisioner"."leases" ADD COLUMN "settles_at" timestamp with time zone;