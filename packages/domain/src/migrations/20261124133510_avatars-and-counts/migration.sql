CREATE TABLE "authority"."avatars" (
	"id" uuid PRIMARY KEY,
	"user_id" bigint NOT NULL CONSTRAINT "avatars_user_id_key" UNIQUE,
	"picture" bytea NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "authority"."users" ADD COLUMN "avatar_id" uuid;--> statement-breakpoint
ALTER TABLE "authority"."users" ADD COLUMN "has_relations" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "authority"."avatars" ADD CONSTRAINT "avatars_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
CREATE FUNCTION "authority"."count_followers"("of_user" bigint) RETURNS integer LANGUAGE plpgsql STABLE AS $$
BEGIN
	RETURN (SELECT count(*) FROM "authority"."follows" WHERE "followed_id" = "of_user");
END $$;
--> statement-breakpoint
CREATE FUNCTION "authority"."count_following"("of_user" bigint) RETURNS integer LANGUAGE plpgsql STABLE AS $$
BEGIN
	RETURN (SELECT count(*) FROM "authority"."follows" WHERE "follower_id" = "of_user");
END $$;
--> statement-breakpoint
CREATE FUNCTION "authority"."count_starred_repositories"("of_user" bigint) RETURNS integer LANGUAGE plpgsql STABLE AS $$
BEGIN
	RETURN (SELECT count(*) FROM "authority"."stars" WHERE "user_id" = "of_user");
END $$;
--> statement-breakpoint
CREATE FUNCTION "authority"."mark_follow"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE "authority"."users" SET "has_relations" = true
	WHERE "id" IN (NEW."follower_id", NEW."followed_id") AND NOT "has_relations";
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "authority"."mark_star"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE "authority"."users" SET "has_relations" = true WHERE "id" = NEW."user_id" AND NOT "has_relations";
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "follows_mark" AFTER INSERT ON "authority"."follows"
	FOR EACH ROW EXECUTE FUNCTION "authority"."mark_follow"();
--> statement-breakpoint
CREATE TRIGGER "stars_mark" AFTER INSERT ON "authority"."stars"
	FOR EACH ROW EXECUTE FUNCTION "authority"."mark_star"();
--> statement-breakpoint
UPDATE "authority"."users" SET "has_relations" = true WHERE "id" IN (
	SELECT "follower_id" FROM "authority"."follows" UNION SELECT "followed_id" FROM "authority"."follows"
	UNION SELECT "user_id" FROM "authority"."stars");
