import "server-only";
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, DriverAdapterError, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { DatabaseError, Pool } from "pg";

/** Prisma's PostgreSQL adapter, mended where migrations need more of it than queries do. */
export class ScriptAdapter extends PrismaPg {
	readonly #url: string;
	readonly #pool: Pool;

	constructor(url: string) {
		// One connection: the engine's advisory lock and its work belong to the same session.
		const pool = new Pool({ connectionString: url, max: 1 });
		super(pool);
		this.#url = url;
		this.#pool = pool;
	}

	override async connect() {
		const adapter = await super.connect();
		sendScriptsWhole(adapter, this.#pool);
		readCatalogue(adapter);
		return adapter;
	}

	/** Prisma's own connects to the main database again when it was given an address. */
	override async connectToShadowDb() {
		const name = `shadow_${randomUUID().replaceAll("-", "")}`;
		await this.#pool.query(`CREATE DATABASE ${name}`);
		const url = new URL(this.#url);
		url.pathname = name;
		const factory = new ScriptAdapter(url.href);
		const shadow = await factory.connect();
		shadow.dispose = async () => {
			await factory.close();
			await this.#pool.query(`DROP DATABASE ${name}`);
		};
		return shadow;
	}

	/** Ends the connection, and with it the engine's lock. */
	close(): Promise<void> {
		return this.#pool.end();
	}
}

// Should the process die between a migration and the engine's note of it, the migration must not run twice.
const noteAsFinished = `
;DO $note$ BEGIN
	IF to_regclass('_prisma_migrations') IS NOT NULL THEN
		UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL;
	END IF;
END $note$;`;

/**
 * Prisma's own cuts a script at every semicolon, those in function bodies and texts included. The server takes a
 * whole script as one transaction: a migration is applied and noted entirely, or not at all.
 */
function sendScriptsWhole(adapter: SqlDriverAdapter, pool: Pool): void {
	adapter.executeScript = async (script) => {
		try {
			await pool.query(script + noteAsFinished);
		} catch (error) {
			throw error instanceof DatabaseError ? describe(error) : error;
		}
	};
}

/** Columns of PostgreSQL's one-letter type in the engine's questions about the catalogue. */
const letterColumns = ["constraint_type", "confdeltype", "confupdtype"];

/**
 * The engine's questions about constraints cannot be answered over Prisma's adapter, which does not know the
 * one-letter type; and PostgreSQL 18 answers with not-null constraints, which the engine does not know. Deferrable
 * foreign keys, for which a Prisma schema has no words, are left out like everything else it has no words for.
 */
function readCatalogue(adapter: SqlDriverAdapter): void {
	const queryRaw = adapter.queryRaw.bind(adapter);
	adapter.queryRaw = async (query) => {
		const sql = query.sql
			.replace("constr.contype AS", "constr.contype::text AS")
			.replace("contype NOT IN ('p', 'u', 'f')", "contype IN ('c', 'x')")
			.replace("con1.contype = 'f'", "con1.contype = 'f' AND NOT con1.condeferrable")
			.replace(/\bcon\.(confdeltype|confupdtype)\b/g, "con.$1::text AS $1");
		const result = await queryRaw({ ...query, sql });
		const columnTypes = result.columnTypes.map((type, index) =>
			letterColumns.includes(result.columnNames[index] ?? "") ? ColumnTypeEnum.Character : type,
		);
		return { ...result, columnTypes };
	};
}

function describe(error: DatabaseError): DriverAdapterError {
	const { code = "", severity = "ERROR", message, detail, column, hint } = error;
	return new DriverAdapterError({
		kind: "postgres",
		originalCode: code,
		originalMessage: message,
		...{ code, severity, message, detail, column, hint },
	});
}
