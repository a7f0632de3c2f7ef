// Which letters can follow each other in a Vietnamese syllable once its accents are gone.
const onset = "(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnprstvx])?";
const openRime =
  "(?:ieu|oai|oao|oay|oeo|uai|uay|uoi|uou|uya|uyu|yeu|uye|ai|ao|au|ay|eo|eu|ia|iu|oa|oe|oi|ua|ue|ui|uo|uu|uy|[aeiouy])";
const closedRime = "(?:uye|ie|oa|oe|ua|ue|uo|uy|ye|[aeiouy])(?:ch|ng|nh|[cmnpt])";
const pattern = new RegExp(`^${onset}(?:${openRime}|${closedRime})$`);

/** Whether a folded word could be a Vietnamese syllable, so that it is not taken for a slip of the keyboard. */
export function isSyllable(word: string): boolean {
  return pattern.test(word);
}
