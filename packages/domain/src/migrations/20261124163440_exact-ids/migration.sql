-- The sequences and not the columns, as drizzle-kit writes it: that would lock every table, and keep verification waiting.
ALTER SEQUENCE "authority"."access_tokens_id_seq" MAXVALUE 9007199254740991;--> statement-breakpoint
ALTER SEQUENCE "authority"."repositories_id_seq" MAXVALUE 9007199254740991;--> statement-breakpoint
ALTER SEQUENCE "authority"."email_addresses_id_seq" MAXVALUE 9007199254740991;--> statement-breakpoint
ALTER SEQUENCE "authority"."users_id_seq" MAXVALUE 9007199254740991;--> statement-breakpoint
ALTER SEQUENCE "authority"."oauth2_applications_id_seq" MAXVALUE 9007199254740991;--> statement-breakpoint
ALTER SEQUENCE "authority"."teams_id_seq" MAXVALUE 9007199254740991;--> statement-breakpoint
ALTER SEQUENCE "authority"."ssh_keys_id_seq" MAXVALUE 9007199254740991;--> statement-breakpoint
ALTER SEQUENCE "authority"."action_runners_id_seq" MAXVALUE 9007199254740991;--> statement-breakpoint
ALTER SEQUENCE "authority"."action_secrets_id_seq" MAXVALUE 9007199254740991;--> statement-breakpoint
ALTER SEQUENCE "authority"."action_variables_id_seq" MAXVALUE 9007199254740991;--> statement-breakpoint
ALTER SEQUENCE "authority"."hooks_id_seq" MAXVALUE 9007199254740991;--> statement-breakpoint
ALTER SEQUENCE "authority"."gpg_keys_id_seq" MAXVALUE 9007199254740991;--> statement-breakpoint
ALTER SEQUENCE "authority"."gpg_subkeys_id_seq" MAXVALUE 9007199254740991;--> statement-breakpoint
ALTER SEQUENCE "authority"."access_token_counts_id_seq" MAXVALUE 9007199254740991;