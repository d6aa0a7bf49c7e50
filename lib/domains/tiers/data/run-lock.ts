import "server-only";

/** Advisory lock under which one process computes one run: (this, hash of the run's id), held by a session. */
export const RUN_LOCK = 4_207_001;

/** Whether the connection that computes a run is there; `r` is the run. */
export const RUN_IS_HELD = `EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted
	AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
	AND l.classid = ${RUN_LOCK} AND l.objid = (hashtext(r.id)::bigint & 4294967295)::oid)`;
