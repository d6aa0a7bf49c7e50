import Link from "next/link";
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
import { TierBadge } from "@/components/ui/tier-badge";
import type { WindTier } from "@/components/ui/wind-barb";
import { formatCompactFen, formatCount } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { withQuery } from "./page-href";
import { partnerTones } from "./status-tones";
import { type TrackName, trackLabel } from "./track-labels";

export type PartnerItem = {
	id: string;
	name: string;
	uscc: string;
	region: string;
	trackCodes: readonly string[];
	tier: number;
	status: keyof typeof partnerTones;
	shops: number;
	net30Fen: bigint;
	net12Fen: bigint;
};

type PartnerTableProps = {
	partners: readonly PartnerItem[];
	tracks: readonly TrackName[];
	/** A shop on its way to one of these partners. */
	shop: string;
};

export async function PartnerTable({ partners, tracks, shop }: PartnerTableProps) {
	const t = await getTranslations("gmv");
	return (
		<Table label={t("partners.table")}>
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-64">{t("partners.name")}</TableHead>
					<TableHead>{t("partners.tier")}</TableHead>
					<TableHead numeric>{t("partners.net12")}</TableHead>
					<TableHead numeric>{t("partners.net30")}</TableHead>
					<TableHead numeric>{t("partners.shops")}</TableHead>
					<TableHead>{t("partners.status")}</TableHead>
					<TableHead className="min-w-44">{t("partners.track")}</TableHead>
					<TableHead>{t("partners.region")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{partners.map((partner) => (
					<PartnerTableRow key={partner.id} partner={partner} tracks={tracks} shop={shop} />
				))}
			</TableBody>
		</Table>
	);
}

type RowProps = Omit<PartnerTableProps, "partners"> & { partner: PartnerItem };

async function PartnerTableRow({ partner, tracks, shop }: RowProps) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	return (
		<TableRow>
			<TableRowHead>
				<Link
					href={withQuery(routes.ops.partner(partner.id), { shop })}
					className="hover:text-brand-ink hover:underline hover:underline-offset-4"
				>
					{partner.name}
				</Link>
				<span className="block font-mono font-normal text-ink-faint text-xs max-sm:hidden">
					{partner.uscc}
				</span>
			</TableRowHead>
			<TableCell>
				<TierBadge size="sm" tier={partner.tier as WindTier} name="" />
			</TableCell>
			<TableCell numeric className="font-semibold">
				<Figure value={formatCompactFen(partner.net12Fen, locale)} unitClassName="text-[0.85em]" />
			</TableCell>
			<TableCell numeric>
				<Figure value={formatCompactFen(partner.net30Fen, locale)} unitClassName="text-[0.85em]" />
			</TableCell>
			<TableCell numeric>{formatCount(partner.shops)}</TableCell>
			<TableCell>
				<StatusBadge
					status={partner.status}
					tones={partnerTones}
					label={t(`partnerStatus.${partner.status}`)}
				/>
			</TableCell>
			<TableCell>
				{partner.trackCodes
					.map((code) => trackLabel(tracks, code, locale))
					.join(locale === "en" ? ", " : "、")}
			</TableCell>
			<TableCell className="whitespace-nowrap">{partner.region}</TableCell>
		</TableRow>
	);
}
