import { redirect } from "next/navigation";
import { routes } from "@/lib/platform/routes/routes";

/** Operations begins the day with where the programme stands. */
export default function OpsHome(): never {
	redirect(routes.ops.programme());
}
