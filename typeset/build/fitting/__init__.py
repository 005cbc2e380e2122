"""A prepared application in; the same, set so that it keeps its page budget, or by how much it cannot, out."""
