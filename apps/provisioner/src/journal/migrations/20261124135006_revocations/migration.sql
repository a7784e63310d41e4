CREATE TABLE "provisioner"."revocations" (
	"target" text,
	"account" text,
	"token" text,
	"revoked_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "revocations_pkey" PRIMARY KEY("target","account","token")
);
