-- Two foreign keys cost a bulk load of facts about twice what the rows and their indexes cost. The import resolves shops
-- and sources inside its own transaction; what is left to prevent is that one of them disappears under its facts.

-- DropForeignKey
ALTER TABLE "order_lines" DROP CONSTRAINT "order_lines_source_id_fkey";

-- DropForeignKey
ALTER TABLE "order_lines" DROP CONSTRAINT "order_lines_shop_id_fkey";

-- DropForeignKey
ALTER TABLE "shop_day_facts" DROP CONSTRAINT "shop_day_facts_source_id_fkey";

-- DropForeignKey
ALTER TABLE "shop_day_facts" DROP CONSTRAINT "shop_day_facts_shop_id_fkey";

-- DropForeignKey
ALTER TABLE "gmv_shop_days" DROP CONSTRAINT "gmv_shop_days_source_id_fkey";

-- DropForeignKey
ALTER TABLE "gmv_shop_days" DROP CONSTRAINT "gmv_shop_days_shop_id_fkey";

-- Every fact has its rollup row, so the small table answers for the large ones.
CREATE FUNCTION refuse_shop_with_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM gmv_shop_days WHERE shop_id = OLD.id) THEN
    RAISE EXCEPTION 'shop % has facts', OLD.code USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER shops_keep_facts AFTER DELETE OR UPDATE OF id ON shops
  FOR EACH ROW EXECUTE FUNCTION refuse_shop_with_facts();

CREATE FUNCTION refuse_source_with_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM gmv_shop_days WHERE source_id = OLD.id) THEN
    RAISE EXCEPTION 'source % has facts', OLD.code USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER gmv_sources_keep_facts AFTER DELETE OR UPDATE OF id ON gmv_sources
  FOR EACH ROW EXECUTE FUNCTION refuse_source_with_facts();
