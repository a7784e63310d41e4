CREATE SCHEMA IF NOT EXISTS "provisioner";
--> statement-breakpoint
CREATE TABLE "provisioner"."bots" (
	"target" text,
	"account" text,
	"bot_set" text NOT NULL,
	"disable_on_remove" boolean NOT NULL,
	"delete_after_ms" bigint,
	"removed_at" timestamp(3) with time zone,
	CONSTRAINT "bots_pkey" PRIMARY KEY("target","account")
);
--> statement-breakpoint
CREATE TABLE "provisioner"."generations" (
	"target" text,
	"account" text,
	"token" text,
	"generation" integer,
	"state" text NOT NULL,
	"scopes" text[] NOT NULL,
	"repositories" text[],
	"remote_id" bigint,
	"token_last_eight" text,
	"token_hash" bytea,
	"sealed" bytea,
	"sealed_key_id" text,
	"intended_at" timestamp(3) with time zone NOT NULL,
	"created_at" timestamp(3) with time zone,
	"delivered_at" timestamp(3) with time zone,
	"last_probed_at" timestamp(3) with time zone,
	"closed_at" timestamp(3) with time zone,
	CONSTRAINT "generations_pkey" PRIMARY KEY("target","account","token","generation"),
	CONSTRAINT "generations_generation_check" CHECK (generation > 0),
	CONSTRAINT "generations_state_check" CHECK (state in ('intended', 'created', 'delivered', 'closed')),
	CONSTRAINT "generations_token_hash_check" CHECK (octet_length(token_hash) = 32),
	CONSTRAINT "generations_sealed_check" CHECK ((sealed is not null) = (state = 'created')),
	CONSTRAINT "generations_remote_id_check" CHECK (remote_id is not null or state in ('intended', 'closed'))
);
