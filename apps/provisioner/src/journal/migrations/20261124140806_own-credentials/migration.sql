CREATE TABLE "provisioner"."credentials" (
	"target" text,
	"start_hash" bytea,
	"generation" integer,
	"state" text NOT NULL,
	"remote_id" bigint,
	"sealed" bytea,
	"sealed_key_id" text,
	"created_at" timestamp(3) with time zone,
	"current_since" timestamp(3) with time zone,
	CONSTRAINT "credentials_pkey" PRIMARY KEY("target","start_hash","generation"),
	CONSTRAINT "credentials_state_check" CHECK (state in ('intended', 'created', 'current', 'closed')),
	CONSTRAINT "credentials_sealed_check" CHECK ((sealed is not null) = (state in ('created', 'current')))
);
