// The events of Turbo that are used here, with the details that are read.
export type TurboBeforeMorphElementEvent = CustomEvent<{ attributeName: string; newElement?: Element }>
export type TurboSubmitEndEvent = CustomEvent<{ success: boolean; formSubmission: { formElement: HTMLFormElement; submitter?: HTMLElement } }>
export type TurboSubmitStartEvent = CustomEvent<{ formSubmission: { formElement: HTMLFormElement; submitter?: HTMLElement } }>
export type TurboFrameMissingEvent = CustomEvent<{ response: Response; visit: (response: Response | string) => void }>
