-- What was done with a shop in its brand's name: goods made for it, promises, claims, money.
CREATE FUNCTION shop_keeps_brand(shop integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM exclusive_products WHERE shop_id = shop)
      OR EXISTS (SELECT FROM trust_holdings WHERE shop_id = shop)
      OR EXISTS (SELECT FROM trust_suspensions WHERE shop_id = shop)
      OR EXISTS (SELECT FROM trust_claims WHERE shop_id = shop)
      OR EXISTS (SELECT FROM trust_recalls WHERE shop_id = shop)
      OR EXISTS (SELECT FROM trust_accounts WHERE shop_id = shop)
$$;

CREATE FUNCTION keep_shop_with_brand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF shop_keeps_brand(OLD.id) THEN
    RAISE EXCEPTION 'shop % stays with its brand: something was done with it in the brand''s name', OLD.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'shops_keep_their_brand';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shops_keep_their_brand BEFORE UPDATE OF brand_id ON shops FOR EACH ROW
  WHEN (OLD.brand_id IS NOT NULL AND NEW.brand_id IS DISTINCT FROM OLD.brand_id) EXECUTE FUNCTION keep_shop_with_brand();

-- A product is made for a shop of the brand, which stays so while the row is written.
CREATE FUNCTION exclusive_of_own_shop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM shops WHERE id = NEW.shop_id AND brand_id = NEW.brand_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'shop % is not a shop of brand %', NEW.shop_id, NEW.brand_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'exclusive_of_own_shop';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exclusive_of_own_shop BEFORE INSERT OR UPDATE OF shop_id, brand_id ON exclusive_products
  FOR EACH ROW EXECUTE FUNCTION exclusive_of_own_shop();
