-- AlterTable
ALTER TABLE "exclusive_products" ADD COLUMN     "moved_at" TIMESTAMPTZ(3),
ADD COLUMN     "moved_by_name" TEXT;

-- What is on sale is a product of a shop from a day; what was, until one.
ALTER TABLE exclusive_products ADD CONSTRAINT exclusive_products_on_sale
  CHECK (stage <> 'ON_SALE' OR (product_id IS NOT NULL AND on_sale_from IS NOT NULL AND on_sale_to IS NULL));
ALTER TABLE exclusive_products ADD CONSTRAINT exclusive_products_period CHECK (on_sale_to IS NULL OR on_sale_to > on_sale_from);
