import { Figure } from "@/components/ui/figure";
import { StatusBadge } from "@/components/ui/status-badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { formatCompactFen, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { EndBindingDialog } from "./end-binding-dialog";
import { bindingState, bindingTones } from "./status-tones";
import { type TrackName, trackLabel } from "./track-labels";

export type BindingItem = {
	id: string;
	shopCode: string;
	shopName: string | null;
	trackCode: string;
	fromDay: string;
	toDay: string | null;
	netFen: bigint;
	net30Fen: bigint;
	net12Fen: bigint;
};

type BindingTableProps = {
	label: string;
	bindings: readonly BindingItem[];
	tracks: readonly TrackName[];
	today: string;
	/** Set for those who may end a binding. */
	partnerName?: string;
	/** Set for those who may correct the past. */
	canCorrect?: boolean;
};

/** Shops with the span of their binding and what they sold in it. */
export async function BindingTable(props: BindingTableProps) {
	const t = await getTranslations("gmv");
	return (
		<Table label={props.label}>
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-44">{t("partner.shop")}</TableHead>
					<TableHead numeric>{t("partners.net12")}</TableHead>
					<TableHead numeric>{t("partners.net30")}</TableHead>
					<TableHead numeric>{t("partner.boundNet")}</TableHead>
					<TableHead>{t("partner.state")}</TableHead>
					<TableHead>{t("bind.track")}</TableHead>
					<TableHead>{t("partner.from")}</TableHead>
					<TableHead>{t("partner.to")}</TableHead>
					{props.partnerName && <TableHead className="w-0" />}
				</TableRow>
			</TableHeader>
			<TableBody>
				{props.bindings.map((binding) => (
					<BindingTableRow key={binding.id} binding={binding} {...props} />
				))}
			</TableBody>
		</Table>
	);
}

type RowProps = Omit<BindingTableProps, "bindings" | "label"> & { binding: BindingItem };

async function BindingTableRow({ binding, tracks, today, partnerName, canCorrect }: RowProps) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	const state = bindingState(binding, today);
	const fen = (value: bigint) => (
		<Figure value={formatCompactFen(value, locale)} unitClassName="text-[0.85em]" />
	);
	return (
		<TableRow>
			<TableRowHead>
				{binding.shopName ?? <span className="font-mono">{binding.shopCode}</span>}
				{binding.shopName && (
					<span className="block break-all font-mono font-normal text-ink-faint text-xs">
						{binding.shopCode}
					</span>
				)}
			</TableRowHead>
			<TableCell numeric className="font-semibold">
				{fen(binding.net12Fen)}
			</TableCell>
			<TableCell numeric>{fen(binding.net30Fen)}</TableCell>
			<TableCell numeric>{fen(binding.netFen)}</TableCell>
			<TableCell>
				<StatusBadge status={state} tones={bindingTones} label={t(`partner.${state}`)} />
			</TableCell>
			<TableCell className="whitespace-nowrap">{trackLabel(tracks, binding.trackCode, locale)}</TableCell>
			<TableCell className="figure whitespace-nowrap">{formatDate(binding.fromDay, locale)}</TableCell>
			<TableCell className="figure whitespace-nowrap">
				{binding.toDay ? (
					formatDate(binding.toDay, locale)
				) : (
					<span className="text-ink-faint">{t("partner.open")}</span>
				)}
			</TableCell>
			{partnerName && (
				<TableCell className="py-1.5">
					{binding.toDay === null && (
						<EndBindingDialog
							binding={binding}
							partnerName={partnerName}
							today={today}
							canCorrect={Boolean(canCorrect)}
						/>
					)}
				</TableCell>
			)}
		</TableRow>
	);
}
