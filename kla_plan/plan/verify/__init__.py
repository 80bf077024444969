"""The conscience: a plan recomputed from the contract, sharing no code with the optimiser."""

from kla_plan.plan.verify.check import verify_plan
from kla_plan.plan.verify.codes import CODES
from kla_plan.plan.verify.folder import verify_folder

__all__ = ["CODES", "verify_folder", "verify_plan"]
