import "server-only";
import { listConnectedShops } from "@/lib/domains/playbook/data/shops";
import { openBrand } from "@/lib/domains/playbook/loaders/brand-pages";
import { isGranted } from "@/lib/platform/session/scope";
import { addDays, businessDayOf } from "@/lib/platform/time";

/** A brand's shops for the platform, with the net GMV of the last 30 whole business days, today not counted. */
export async function loadConnectedShops(brandId: string) {
	const opened = await openBrand({ permission: "playbook.portfolio", brandId });
	if (!opened) return null;
	const { scope, brand } = opened;
	const today = businessDayOf(new Date());
	const period = { from: addDays(today, -30), to: today };
	const shops = await listConnectedShops(scope, brandId, { today, period });
	return { brand, shops, period, mayManage: isGranted(scope, "playbook.manage") };
}
export type LoadedShops = NonNullable<Awaited<ReturnType<typeof loadConnectedShops>>>;
