interface WidgetWords {
  language: string;
  open: string;
  title: string;
  close: string;
  apart: string;
  loading: string;
  failed: string;
}

/** What the server puts before widget.js. */
declare const WIDGET: {
  words: { vi: WidgetWords; en: WidgetWords };
  origins: string[];
  styles: string;
};
