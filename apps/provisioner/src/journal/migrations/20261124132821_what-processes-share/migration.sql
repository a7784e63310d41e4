CREATE TABLE "provisioner"."targets" (
	"target" text PRIMARY KEY,
	"next_look_at" timestamp with time zone NOT NULL,
	"next_request_at" timestamp with time zone
);
