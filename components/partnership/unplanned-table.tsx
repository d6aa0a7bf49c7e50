import Link from "next/link";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { GiveNoticeDialog } from "./give-notice-dialog";
import { WarnDialog } from "./warn-dialog";

type Props = {
	rows: readonly { id: string; name: string }[];
	deadline: string;
	windowDays: number;
	canManage: boolean;
};

/** Partners on probation without a plan under way: a new plan, or notice. */
export async function UnplannedTable({ rows, deadline, windowDays, canManage }: Props) {
	const t = await getTranslations("partnership");
	return (
		<Table label={t("probations.tabs.unplanned")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("exits.partner")}</TableHead>
					{canManage && <TableHead>{t("list.actions")}</TableHead>}
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((partner) => (
					<TableRow key={partner.id}>
						<TableRowHead>
							<Link href={routes.ops.partner(partner.id)} className="text-brand-ink hover:underline">
								{partner.name}
							</Link>
						</TableRowHead>
						{canManage && (
							<TableCell>
								<span className="flex gap-2">
									<WarnDialog size="sm" partner={partner} deadline={deadline} />
									<GiveNoticeDialog size="sm" partner={partner} windowDays={windowDays} />
								</span>
							</TableCell>
						)}
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
