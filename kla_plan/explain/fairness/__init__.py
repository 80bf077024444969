"""Is it fair: what the optional rules of ``keadilan`` would find in a plan, and their price."""

from kla_plan.explain.fairness.prices import Fairness, price_of_fairness
from kla_plan.explain.fairness.shares import agency_shares, area_reach, cluster_shares

__all__ = ["Fairness", "agency_shares", "area_reach", "cluster_shares", "price_of_fairness"]
