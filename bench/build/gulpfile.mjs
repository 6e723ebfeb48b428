/** The peer of the build: gulp that only copies the files below `COPY_FROM` to `COPY_TO`. */
import gulp from 'gulp';

export const copy = () =>
  gulp.src('**/*', { cwd: process.env.COPY_FROM, encoding: false }).pipe(gulp.dest(process.env.COPY_TO));
