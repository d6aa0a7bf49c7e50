-- AlterEnum
ALTER TYPE "policy_kind" ADD VALUE 'playbook';
