import "server-only";
import type { PoolClient } from "pg";
import { lockShops } from "@/lib/domains/gmv/mutations/locks";

type ShopRow = { id: number; code: string };

/**
 * The shops of one import: numbered as their codes turn up, given ids inside its transaction. A code the portal has never
 * seen becomes an unattributed shop.
 */
export class ShopList {
	/** By number; undefined until resolved. */
	readonly ids: number[] = [];
	private readonly numbers = new Map<string, number>();
	private unresolved: string[] = [];
	private readonly created: number[] = [];

	numberOf(code: string): number {
		const known = this.numbers.get(code);
		if (known !== undefined) return known;
		const number = this.numbers.size;
		this.numbers.set(code, number);
		this.unresolved.push(code);
		return number;
	}

	/** Finds or creates the ids of every shop numbered so far. */
	async resolve(client: PoolClient): Promise<void> {
		if (this.unresolved.length === 0) return;
		const codes = this.unresolved;
		this.unresolved = [];
		await this.find(client, codes);
		const missing = this.withoutId(codes);
		if (missing.length > 0) await this.create(client, missing);
	}

	/** Codes of the shops this import created, in the order of the file. */
	async listCreated(client: PoolClient): Promise<string[]> {
		const { rows } = await client.query<{ code: string }>(
			"SELECT code FROM shops WHERE id = ANY($1::int[]) ORDER BY id",
			[this.created],
		);
		return rows.map((row) => row.code);
	}

	/** Takes back shops this import created that no fact points to, such as those named by conflicting lines only. */
	async dropUnused(client: PoolClient): Promise<void> {
		await client.query(
			`DELETE FROM shops s WHERE id = ANY($1::int[])
			    AND NOT EXISTS (SELECT FROM gmv_shop_days d WHERE d.shop_id = s.id)
			    AND NOT EXISTS (SELECT FROM live_sessions l WHERE l.shop_code = s.code)
			    AND NOT EXISTS (SELECT FROM complaint_days c WHERE c.shop_code = s.code)`,
			[this.created],
		);
	}

	private withoutId(codes: string[]): string[] {
		return codes.filter((code) => this.ids[this.numberOf(code)] === undefined);
	}

	private keep(rows: readonly ShopRow[]): void {
		for (const row of rows) this.ids[this.numberOf(row.code)] = row.id;
	}

	private async find(client: PoolClient, codes: string[]): Promise<void> {
		const { rows } = await client.query<ShopRow>("SELECT id, code FROM shops WHERE code = ANY($1::text[])", [
			codes,
		]);
		this.keep(rows);
	}

	private async create(client: PoolClient, codes: string[]): Promise<void> {
		await lockShops(client);
		const { rows } = await client.query<ShopRow>(
			"INSERT INTO shops (code) SELECT unnest($1::text[]) ON CONFLICT (code) DO NOTHING RETURNING id, code",
			[codes],
		);
		this.keep(rows);
		this.created.push(...rows.map((row) => row.id));
		await this.find(client, this.withoutId(codes));
	}
}
