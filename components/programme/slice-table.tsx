import Link from "next/link";
import { bandLine, formatLean, signedCompact } from "@/lib/domains/programme/rules/show/names";
import type { PacedSlice, ProgrammeTerms } from "@/lib/domains/programme/types/dashboard";
import { formatCompactFen, formatCount } from "@/lib/platform/format";
import { hrefOfPartners } from "./partners/href";
import { LeanBar } from "./slice-card";
import type { Words } from "./words";

type Props = {
	by: "track" | "region";
	slices: readonly PacedSlice[];
	terms: ProgrammeTerms;
	nameOf: (key: string) => string;
	words: Words;
};

/** Slices side by side with everything they are compared by; the one that lags most comes first. */
export function SliceTable({ by, slices, terms, nameOf, words }: Props) {
	const { t, locale } = words;
	const sizes = slices.map(({ aheadFen }) => (aheadFen < 0n ? -aheadFen : aheadFen));
	const most = sizes.reduce((max, size) => (size > max ? size : max), 1n);
	return (
		<div className="pg-scroll">
			<table className="pg-rows">
				<thead>
					<tr>
						<th scope="col">{t(`slices.${by}`)}</th>
						<th scope="col">{t("slices.partners")}</th>
						{terms.bands.map((band) => (
							<th key={band.code} scope="col">
								{bandLine(band, locale)}
							</th>
						))}
						<th scope="col">{t("slices.net")}</th>
						<th scope="col">{t("slices.expected")}</th>
						<th scope="col">{t("slices.perPartner")}</th>
						<th scope="col" className="pg-screen">
							<span className="sr-only">{t("slices.picture")}</span>
						</th>
						<th scope="col">{t("slices.share")}</th>
					</tr>
				</thead>
				<tbody>
					{slices.map((slice) => (
						<SliceRow key={slice.key} {...{ by, slice, terms, nameOf, words, most }} />
					))}
				</tbody>
			</table>
		</div>
	);
}

function SliceRow({
	by,
	slice,
	terms,
	nameOf,
	words: { locale },
	most,
}: Omit<Props, "slices"> & { slice: PacedSlice; most: bigint }) {
	const { key, partners, inBand, netFen, expectedFen, aheadFen, aheadBps } = slice;
	const amount = (fen: bigint) => {
		const figure = formatCompactFen(fen, locale);
		return <td title={figure.exact}>{figure.text}</td>;
	};
	return (
		<tr>
			<td>
				<Link href={hrefOfPartners({ [by]: key })} prefetch={false}>
					{nameOf(key)}
				</Link>
			</td>
			<td>{formatCount(partners)}</td>
			{terms.bands.map((band) => (
				<td key={band.code}>
					<Link href={hrefOfPartners({ [by]: key, band: band.code })} prefetch={false}>
						{formatCount(inBand[band.code] ?? 0)}
					</Link>
				</td>
			))}
			{amount(netFen)}
			{amount(expectedFen)}
			{amount(netFen / BigInt(Math.max(1, partners)))}
			<td className="pg-screen">
				<LeanBar aheadFen={aheadFen} most={most} />
			</td>
			<td className={aheadFen < 0n ? "pg-bad" : "pg-good"} title={formatCompactFen(aheadFen, locale).exact}>
				{signedCompact(aheadFen, locale)}
				{aheadBps !== null && ` · ${formatLean(aheadBps)}`}
			</td>
		</tr>
	);
}
