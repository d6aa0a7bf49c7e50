import { expect, test } from "vitest";
import { brandNameKey } from "./brand-name-key";

test("spaces, case and width do not make another brand; other signs do", () => {
	expect(brandNameKey(" ＦＬＯＷＥＲ　Bell ")).toBe(brandNameKey("flowerbell"));
	expect(brandNameKey("风铃 茶")).toBe("风铃茶");
	expect(brandNameKey("风铃茶1")).not.toBe(brandNameKey("风铃茶"));
});
