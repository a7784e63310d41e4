CREATE TABLE "provisioner"."repository_access" (
	"target" text,
	"account" text,
	"checked_at" timestamp(3) with time zone NOT NULL,
	"lost" text[] NOT NULL,
	CONSTRAINT "repository_access_pkey" PRIMARY KEY("target","account")
);
