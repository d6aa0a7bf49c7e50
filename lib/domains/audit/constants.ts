export const auditEntriesPerPage = 50;
