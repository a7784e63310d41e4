CREATE TABLE "provisioner"."leases" (
	"target" text,
	"account" text,
	"fence" bigint NOT NULL,
	"holder" text,
	"until" timestamp with time zone NOT NULL,
	"taken_over_at" timestamp with time zone,
	CONSTRAINT "leases_pkey" PRIMARY KEY("target","account")
);
--> statement-breakpoint
CREATE TABLE "provisioner"."proofs" (
	"target" text,
	"account" text,
	"token" text,
	"number" integer,
	"generation" integer NOT NULL,
	"step" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"detail" text NOT NULL,
	"hash" bytea NOT NULL,
	CONSTRAINT "proofs_pkey" PRIMARY KEY("target","account","token","number"),
	CONSTRAINT "proofs_hash_check" CHECK (octet_length(hash) = 32)
);
--> statement-breakpoint
create function "provisioner"."refuse_change_of_proofs"() returns trigger language plpgsql as $$
begin
  raise exception 'proofs is append-only' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger "proofs_append_only" before update or delete or truncate on "provisioner"."proofs"
  for each statement execute function "provisioner"."refuse_change_of_proofs"();
