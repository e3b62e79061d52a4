/** What is wrong with a condition or a group, right where it stands. */
export const Mistakes = ({ sentences }: { readonly sentences: readonly string[] }) => (
  sentences.length === 0 ? null : <ul className="kring-mistakes" role="alert">{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
)
